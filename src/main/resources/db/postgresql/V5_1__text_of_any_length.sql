-- SQLite does not look at the lengths of varchar; work must not fail here alone because a path is long.
do $$
declare
  it record;
begin
  for it in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'character varying'
      and table_name in ('lane', 'item', 'timer', 'ledger', 'branch_head', 'merge_request', 'commit_status',
        'posting', 'command_run', 'change', 'change_script', 'change_script_database', 'review', 'finding', 'vote',
        'schema_text', 'snapshot', 'deployment', 'rollout', 'rollout_decision', 'rollout_step')
  loop
    execute format('alter table %I alter column %I type text', it.table_name, it.column_name);
  end loop;
end;
$$;
