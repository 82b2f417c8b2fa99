-- Blacking out is the one thing that is done to a file, once: its name is covered and its bytes go.
alter table attachment.attachment add column redacted_at timestamptz;

create or replace function attachment.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'attachment' and tg_op = 'UPDATE' then
        if old.redacted_at is null and new.redacted_at is not null
           and (new.bureau, new.id, new.subject_kind, new.subject, new.type, new.size, new.sha256, new.added_by, new.added_at)
             = (old.bureau, old.id, old.subject_kind, old.subject, old.type, old.size, old.sha256, old.added_by, old.added_at)
        then
            return new;
        end if;
    elsif tg_table_name = 'chunk' and tg_op = 'DELETE' then
        if exists (select from attachment.attachment a
                    where a.bureau = old.bureau and a.id = old.attachment and a.redacted_at is not null) then
            return old;
        end if;
    end if;
    raise exception 'attachments are kept as they came';
end $$;
