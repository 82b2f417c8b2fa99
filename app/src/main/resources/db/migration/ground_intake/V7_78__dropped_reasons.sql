-- Reasons of files that were dropped quote nothing that stood in a cell.
with quoting as (
    delete from intake.run_reason r using intake.run n, intake.file f
     where n.bureau = r.bureau and n.id = r.run and f.bureau = n.bureau and f.id = n.file
       and f.dropped_at is not null and r.args <> '[]'
    returning r.*)
insert into intake.run_reason (bureau, run, code, field, args, rows)
select bureau, run, code, field, args, sum(rows)
  from (select q.bureau, q.run, q.code, q.field, q.rows,
               (select jsonb_agg('…'::text) from jsonb_array_elements(q.args)) as args
          from quoting q) covered
 group by bureau, run, code, field, args;
