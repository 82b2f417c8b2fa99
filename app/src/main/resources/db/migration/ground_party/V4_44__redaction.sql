-- Personal data of this customer was blacked out, everywhere and for good.
alter table party.customer add column redacted_at timestamptz;
