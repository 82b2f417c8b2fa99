-- Over which budget, and by how much, its holder lets a run go: another one, or more, is asked for again.
alter table recovery.credit_run add column agreed_budget uuid;
alter table recovery.credit_run add column agreed_over numeric(13, 2);
-- Of what was agreed before, nobody wrote it down.
update recovery.credit_run set agreed_budget = '00000000-0000-0000-0000-000000000000', agreed_over = 0
 where holder is not null;
alter table recovery.credit_run add constraint credit_run_agreed
    check ((holder is null) = (agreed_budget is null) and (holder is null) = (agreed_over is null));
alter table recovery.credit_run add constraint credit_run_third check (holder <> proposed_by or agreed_over = 0);
alter table recovery.run add column budget uuid;
alter table recovery.run add column over numeric(13, 2);
alter table recovery.run add constraint run_agreed
    check ((budget is null) = (over is null) and (budget is null or holder is not null));
