create trigger ledger_never_updated before update on ledger
begin
  select raise(abort, 'the ledger is append-only');
end;

create trigger ledger_never_deleted before delete on ledger
begin
  select raise(abort, 'the ledger is append-only');
end;
