-- The bands of insight.tenure_band as before, by the days at which each begins instead of a logarithm of an exact number, which took
-- longer than all else: ceil((2^k - 1) * 30.4375), as many as days can be between two dates. No figure changes.
create or replace function insight.tenure_band(since date, at date) returns smallint language sql immutable as $$
    select case when since is null or since > at then 0::smallint else (1 + width_bucket(at - since, array[
        31, 92, 214, 457, 944, 1918, 3866, 7762, 15554, 31138, 62306, 124642, 249314, 498658, 997346, 1994722, 3989474,
        7978978, 15957986, 31916002, 63832034, 127664098, 255328226, 510656482, 1021312994, 2042626018]))::smallint end
$$;
