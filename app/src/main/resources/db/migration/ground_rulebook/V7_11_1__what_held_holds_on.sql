-- Numbers of the rules for which another number needs a second person from V7_12 on: what held until then holds on, and was not
-- signed by its own author.
update rulebook.rule
   set author = null
 where code in ('install.late.damages', 'install.late.cap', 'credit.run.extra', 'credit.run.large')
   and not second and author is not null and (confirmed_by is null or confirmed_by = author);
