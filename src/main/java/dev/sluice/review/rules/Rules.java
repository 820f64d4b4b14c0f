package dev.sluice.review.rules;

import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rules.compatibility.BanRenameColumn;
import dev.sluice.review.rules.compatibility.BanRenameTable;
import dev.sluice.review.rules.compatibility.RequireDefaultForNotNull;
import dev.sluice.review.rules.dml.BanAndInSet;
import dev.sluice.review.rules.dml.BanIgnoredErrors;
import dev.sluice.review.rules.dml.BanInsertSelect;
import dev.sluice.review.rules.dml.BanLockingRead;
import dev.sluice.review.rules.dml.BanNullComparison;
import dev.sluice.review.rules.dml.BanRepeatedColumn;
import dev.sluice.review.rules.dml.BanUpdatePrimaryKey;
import dev.sluice.review.rules.dml.LimitInList;
import dev.sluice.review.rules.dml.LimitInsertRows;
import dev.sluice.review.rules.dml.RequireConflictKey;
import dev.sluice.review.rules.dml.RequireInsertColumns;
import dev.sluice.review.rules.dml.RequireMatchingValues;
import dev.sluice.review.rules.dml.RequireOrderWithLimit;
import dev.sluice.review.rules.key.RequirePrimaryKey;
import dev.sluice.review.rules.lock.BanColumnTypeRewrite;
import dev.sluice.review.rules.lock.BanSetNotNullScan;
import dev.sluice.review.rules.lock.BanTableCopy;
import dev.sluice.review.rules.lock.BanVolatileDefault;
import dev.sluice.review.rules.lock.BanWorkUnderLock;
import dev.sluice.review.rules.lock.RequireCheckNotValid;
import dev.sluice.review.rules.lock.RequireConcurrentDropIndex;
import dev.sluice.review.rules.lock.RequireConcurrentIndex;
import dev.sluice.review.rules.lock.RequireConcurrentReindex;
import dev.sluice.review.rules.lock.RequireForeignKeyNotValid;
import dev.sluice.review.rules.lock.RequireKeyUsingIndex;
import dev.sluice.review.rules.lock.RequireSeparateValidation;
import dev.sluice.review.rules.loss.BanCascade;
import dev.sluice.review.rules.loss.BanCascadingDelete;
import dev.sluice.review.rules.loss.BanDropColumn;
import dev.sluice.review.rules.loss.BanDropConstraint;
import dev.sluice.review.rules.loss.BanDropDatabase;
import dev.sluice.review.rules.loss.BanDropObject;
import dev.sluice.review.rules.loss.BanDropPartition;
import dev.sluice.review.rules.loss.BanDropPrimaryKey;
import dev.sluice.review.rules.loss.BanDropTable;
import dev.sluice.review.rules.loss.BanNarrowingType;
import dev.sluice.review.rules.loss.BanReplaceInto;
import dev.sluice.review.rules.loss.BanTruncate;
import dev.sluice.review.rules.loss.BanUnloggedTable;
import dev.sluice.review.rules.naming.LimitIdentifierLength;
import dev.sluice.review.rules.naming.NameColumn;
import dev.sluice.review.rules.naming.NameTable;
import dev.sluice.review.rules.object.BanDuplicateObject;
import dev.sluice.review.rules.object.RequireExistingObject;
import dev.sluice.review.rules.query.BanFalseCondition;
import dev.sluice.review.rules.query.BanLeadingWildcard;
import dev.sluice.review.rules.query.BanOrderByRandom;
import dev.sluice.review.rules.query.BanSelectStar;
import dev.sluice.review.rules.query.RequireJoinCondition;
import dev.sluice.review.rules.query.RequireWhere;
import dev.sluice.review.rules.security.BanBroadGrant;
import dev.sluice.review.rules.security.BanDangerousFunction;
import dev.sluice.review.rules.security.BanDefiner;
import dev.sluice.review.rules.security.BanDisabledRowSecurity;
import dev.sluice.review.rules.security.BanDynamicSql;
import dev.sluice.review.rules.security.BanExtensionChange;
import dev.sluice.review.rules.security.BanFileAccess;
import dev.sluice.review.rules.security.BanPlaintextSecret;
import dev.sluice.review.rules.security.BanPowerfulRole;
import dev.sluice.review.rules.security.BanServerSetting;
import dev.sluice.review.rules.security.RequireFunctionTraits;
import dev.sluice.review.rules.security.RequireSearchPath;
import dev.sluice.review.rules.security.RequireSettingRestored;
import dev.sluice.review.rules.suppression.BanUnknownSuppression;
import dev.sluice.review.rules.suppression.BanUnusedSuppression;
import dev.sluice.review.rules.suppression.RequireSuppressionReason;
import dev.sluice.review.rules.syntax.RequireValidSyntax;
import dev.sluice.review.rules.transaction.BanConcurrentlyInTransaction;
import dev.sluice.review.rules.transaction.BanMixedChange;
import dev.sluice.review.rules.transaction.BanTransactionControl;
import java.util.List;

/** What Sluice can find. A new rule is one class, its fixtures, and one line here. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          // sorted by id
          new BanAndInSet(),
          new BanBroadGrant(),
          new BanCascade(),
          new BanCascadingDelete(),
          new BanColumnTypeRewrite(),
          new BanConcurrentlyInTransaction(),
          new BanDangerousFunction(),
          new BanDefiner(),
          new BanDisabledRowSecurity(),
          new BanDropColumn(),
          new BanDropConstraint(),
          new BanDropDatabase(),
          new BanDropObject(),
          new BanDropPartition(),
          new BanDropPrimaryKey(),
          new BanDropTable(),
          new BanDuplicateObject(),
          new BanDynamicSql(),
          new BanExtensionChange(),
          new BanFalseCondition(),
          new BanFileAccess(),
          new BanIgnoredErrors(),
          new BanInsertSelect(),
          new BanLeadingWildcard(),
          new BanLockingRead(),
          new BanMixedChange(),
          new BanNarrowingType(),
          new BanNullComparison(),
          new BanOrderByRandom(),
          new BanPlaintextSecret(),
          new BanPowerfulRole(),
          new BanRenameColumn(),
          new BanRenameTable(),
          new BanRepeatedColumn(),
          new BanReplaceInto(),
          new BanSelectStar(),
          new BanServerSetting(),
          new BanSetNotNullScan(),
          new BanTableCopy(),
          new BanTransactionControl(),
          new BanTruncate(),
          new BanUnknownSuppression(),
          new BanUnloggedTable(),
          new BanUnusedSuppression(),
          new BanUpdatePrimaryKey(),
          new BanVolatileDefault(),
          new BanWorkUnderLock(),
          new LimitIdentifierLength(),
          new LimitInList(),
          new LimitInsertRows(),
          new NameColumn(),
          new NameTable(),
          new RequireCheckNotValid(),
          new RequireConcurrentDropIndex(),
          new RequireConcurrentIndex(),
          new RequireConcurrentReindex(),
          new RequireConflictKey(),
          new RequireDefaultForNotNull(),
          new RequireExistingObject(),
          new RequireForeignKeyNotValid(),
          new RequireFunctionTraits(),
          new RequireInsertColumns(),
          new RequireJoinCondition(),
          new RequireKeyUsingIndex(),
          new RequireMatchingValues(),
          new RequireOrderWithLimit(),
          new RequirePrimaryKey(),
          new RequireSearchPath(),
          new RequireSeparateValidation(),
          new RequireSettingRestored(),
          new RequireSuppressionReason(),
          new RequireValidSyntax(),
          new RequireWhere());

  private Rules() {}

  /** Every rule, sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** What the configuration has to know about them. */
  public static List<RuleInfo> infos() {
    return ALL.stream().map(Rule::info).toList();
  }
}
