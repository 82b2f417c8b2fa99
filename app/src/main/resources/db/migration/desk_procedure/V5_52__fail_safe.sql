-- Of a control point: how it is designed so that a mistake does no harm. Versioned with the procedure.
alter table procedure.stage add column fail_safe text;
alter table procedure.stage add constraint stage_fail_safe check (fail_safe is null or control);

-- What became of the segments of a procedure over a period, and the tickets behind each figure.
create index segment_ended on procedure.segment (bureau, procedure, place, ended_at desc, id desc)
    include (state, in_time, ticket) where procedure is not null and not open;
