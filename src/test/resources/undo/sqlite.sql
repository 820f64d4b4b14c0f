=== create a table
---
create table $t (id integer primary key, a text)
=== drop a table
create table $t (id integer primary key, a text not null default 'x;y' check (a <> ''));
create index $t_i on $t (a) where a > 'b';
create trigger $t_tr after insert on $t begin update $t set a = 'z' where id = new.id; end
---
drop table $t
=== rename a table
create table "$t" (a int)
---
alter table $t rename to $t_new
=== add a column
create table $t (a int)
---
alter table $t add column b text not null default 'x'
=== drop a column
create table $t (a int, b text not null default 'x, y', c int);
insert into $t values (1, 'q', 2)
---
alter table $t drop column c;
alter table $t drop column b
=== rename a column
create table $t (a int primary key, B text);
create index $t_i on $t (B)
---
alter table $t rename column B to c
=== create an index
create table $t (a int, b text)
---
create index $t_i on $t (a, b)
=== drop an index
create table $t (a int, b text);
create unique index $t_i on $t (lower(b)) where a > 0
---
drop index $t_i
=== create a view
create table $t (a int)
---
create view $t_v as select a from $t
=== drop a view
create table $t (a int);
create view $t_v as select a, 'x;y' as c from $t
---
drop view $t_v
=== create a trigger
create table $t (a int)
---
create trigger $t_tr after insert on $t begin delete from $t where a = 0; end
=== drop a trigger
create table $t (a int);
create trigger $t_tr after insert on $t begin delete from $t where a = 0; end
---
drop trigger $t_tr
