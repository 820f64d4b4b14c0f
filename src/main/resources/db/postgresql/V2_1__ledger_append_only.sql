create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end;
$$;

create trigger ledger_never_updated before update on ledger
  for each statement execute function ledger_append_only();

create trigger ledger_never_deleted before delete or truncate on ledger
  for each statement execute function ledger_append_only();
