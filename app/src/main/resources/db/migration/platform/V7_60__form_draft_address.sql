-- A form is named by the address to which it is sent, whatever it is about.
delete from platform.scheduled_tasks where task_name = 'ticket-drafts';
-- What it stood on is not known: it says that its ticket may have changed since.
update platform.form_draft
   set form = '/tickets/' || subject || '/' || form,
       typed = typed || jsonb_build_object('draft-page', '/tickets/' || subject, 'draft-stand', '', 'draft-in',
                                           'text,reason,withoutAnswer,withoutSettlement,kindEvidence,attributionEvidence')
 where kind = 'ticket';
-- The key and the indexes that name it go with the column.
alter table platform.form_draft drop column kind;
alter table platform.form_draft add primary key (bureau, staff, subject, form);
create index form_draft_subject on platform.form_draft (bureau, subject);
create index form_draft_age on platform.form_draft (bureau, saved_at);
