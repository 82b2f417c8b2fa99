-- Who keeps what leads a ticket has not heard of those that were joined before it was told.
insert into platform.outbox (bureau, topic, payload, due_at)
select bureau, 'ticket.joined', jsonb_build_object('tickets', jsonb_agg(ticket)), now()
  from (select bureau, ticket, (row_number() over (partition by bureau order by id)) / 500 as part
          from ticket.joining where parted_at is null) joined
 group by bureau, part;
