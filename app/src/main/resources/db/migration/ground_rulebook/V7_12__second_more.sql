-- More numbers that decide how much money goes out by itself, or who is asked for it.
update rulebook.rule set second = true
 where code in ('install.late.damages', 'install.late.cap', 'credit.run.extra', 'credit.run.large');
