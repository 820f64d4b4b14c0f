=== create a table
---
create table $t (id int auto_increment primary key, A text not null, `Order` int, key (`Order`)) comment 'x'
=== drop a table
create table $t (id int unsigned not null auto_increment comment 'it''s', a varchar(20) not null default 'x', b decimal(10,2), primary key (id), unique key ab (a, b), key (b)) engine=InnoDB default charset=utf8mb4 comment='what; it is';
insert into $t (a) values ('y');
create trigger $t_tr before insert on $t for each row set new.b = 1
---
drop table $t
=== rename a table
create table $t (a int)
---
rename table $t to $t_new
=== add a column
create table $t (a int, c int)
---
alter table $t add column b varchar(20) not null default 'x' after a, add column d int unique
=== drop a column
create table $t (a int primary key, b varchar(20) not null default 'x' comment 'b, c', c int, key bc (b, c), unique key (b))
---
alter table $t drop column b
=== rename a column
create table $t (a int primary key, b varchar(20) not null default 'x', key (b))
---
alter table $t rename column b to c
=== change a column's type
create table $t (a int not null default 5 comment 'n', b varchar(50) character set latin1, c int)
---
alter table $t modify column a bigint, change b B2 text, modify c int first
=== set a default
create table $t (a int, b varchar(10) default 'old')
---
alter table $t alter column a set default 7, alter column b set default 'new'
=== drop a default
create table $t (a int, b varchar(10) default 'old')
---
alter table $t alter column b drop default
=== comment on a table or a column
create table $t (a int)
---
alter table $t comment 'new', modify a int comment 'its a'
=== add a primary key
create table $t (a int, b int)
---
alter table $t add primary key (a)
=== drop a primary key
create table $t (a int primary key, b int)
---
alter table $t drop primary key
=== add a unique key
create table $t (a int, b int)
---
alter table $t add unique (a, b)
=== drop a unique key
create table $t (a int, unique key u (a))
---
alter table $t drop index u
=== add a foreign key
create table $t (a int primary key);
create table $t_2 (a int)
---
alter table $t_2 add foreign key (a) references $t (a) on delete cascade
=== drop a foreign key
create table $t (a int primary key);
create table $t_2 (a int, constraint $t_fk foreign key (a) references $t (a) on delete set null)
---
alter table $t_2 drop foreign key $t_fk
=== add a check
create table $t (a int)
---
alter table $t add constraint $t_c check (a > 0)
=== create an index
create table $t (a int, b varchar(100), c text)
---
alter table $t add index (a);
create unique index $t_b on $t (b(10));
alter table $t add fulltext f (c)
=== drop an index
create table $t (a int, b varchar(100), key k (a, b(20)), fulltext key f (b))
---
drop index k on $t;
alter table $t drop key f
=== create a view
create table $t (a int)
---
create view $t_v as select a from $t
=== replace a view
create table $t (a int, b int);
create view $t_v as select a from $t
---
create or replace view $t_v as select a, b from $t
=== drop a view
create table $t (a int);
create view $t_v as select a, 'x;y' as c from $t
---
drop view $t_v
=== create a function or procedure
---
create function $t_f(a int) returns int deterministic return a;
create procedure $t_p() begin select 1; select 2; end
=== drop a function or procedure
create function $t_f(a int) returns int deterministic return a;
create procedure $t_p(in x int) begin select 1; select 'a;b'; end
---
drop function $t_f;
drop procedure $t_p
=== create a trigger
create table $t (a int)
---
create trigger $t_tr before update on $t for each row set new.a = 1
=== drop a trigger
create table $t (a int);
create trigger $t_tr before update on $t for each row begin set new.a = 1; set new.a = 2; end
---
drop trigger $t_tr
=== create an event
---
create event $t_e on schedule every 1 day starts '2030-01-01 00:00:00' do select 1
=== drop or change an event
create event $t_e on schedule every 1 day starts '2030-01-01 00:00:00' on completion preserve disable do select 1;
create event $t_e2 on schedule every 1 day starts '2030-01-01 00:00:00' disable do select 2
---
drop event $t_e;
alter event $t_e2 on schedule every 2 day starts '2030-01-01 00:00:00'
=== storage options of a table
create table $t (a int) row_format=compact default charset=latin1
---
alter table $t row_format=dynamic, default charset=utf8mb4, engine=InnoDB
=== convert a table to another character set
create table $t (a varchar(10) not null, b text, c varchar(10) character set ascii) default charset=latin1
---
alter table $t convert to character set utf8mb4
=== partition a table
create table $t (a int not null)
---
alter table $t partition by hash (a) partitions 3
=== remove partitioning
create table $t (a int not null) partition by range (a) (partition p0 values less than (10), partition p1 values less than maxvalue)
---
alter table $t remove partitioning
=== add a partition
create table $t (a int not null) partition by range (a) (partition p0 values less than (10))
---
alter table $t add partition (partition p1 values less than (20), partition p2 values less than (30))
=== several changes of one table
create table $t (a int, b varchar(20) not null default 'x')
---
alter table $t add column c int;
alter table $t change b d varchar(30);
rename table $t to $t_new;
create index $t_i on $t_new (c, d);
drop index $t_i on $t_new;
alter table $t_new modify a bigint not null
=== rename an index
create table $t (a int, key k (a))
---
alter table $t rename index k to l
