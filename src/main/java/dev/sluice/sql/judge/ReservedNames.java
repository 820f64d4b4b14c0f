package dev.sluice.sql.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Finds names of tables and columns that are reserved words or strings, which Debezium's grammars
 * accept and no server does.
 */
final class ReservedNames implements ParseTreeListener {
  /** Reserved in MySQL from 5.7 and in MariaDB from 10.3 on; both servers are asked in the test. */
  static final Set<String> WORDS =
      words(
          "accessible add all alter analyze and as asc asensitive before between bigint binary blob"
              + " both by call cascade case change char character collate column condition continue"
              + " convert create cross current_date current_time current_timestamp current_user"
              + " cursor databases day_hour day_microsecond day_minute day_second dec decimal"
              + " declare default delayed delete desc describe deterministic distinct distinctrow"
              + " div double drop each else elseif enclosed escaped exists exit explain false"
              + " fetch float float4 float8 for force from grant group having high_priority"
              + " hour_microsecond hour_minute hour_second ignore in infile inner inout"
              + " insensitive insert int int1 int2 int3 int4 int8 integer interval into is iterate"
              + " join keys kill leading leave left limit linear lines load localtime"
              + " localtimestamp lock long longblob longtext loop low_priority match maxvalue"
              + " mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod"
              + " modifies natural no_write_to_binlog not null numeric on optimize optionally or"
              + " order out outer outfile partition precision procedure purge range read"
              + " read_write reads real references regexp release rename repeat replace require"
              + " resignal restrict return revoke right rlike schemas second_microsecond sensitive"
              + " separator set show signal smallint specific sql sql_big_result"
              + " sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl"
              + " starting straight_join table terminated then tinyblob tinyint tinytext to"
              + " trailing trigger true undo union unlock unsigned update usage use using utc_date"
              + " utc_time utc_timestamp varbinary varchar varcharacter varying when where while"
              + " write xor year_month zerofill"
              + " check constraint foreign fulltext if index key like primary select spatial"
              + " unique");

  /** Reserved since MySQL 8.0 (manual 9.3): fine on 5.7. */
  static final Set<String> WORDS_OF_MYSQL_8 =
      words(
          "cube cume_dist dense_rank empty except first_value function grouping groups json_table"
              + " lag last_value lead nth_value ntile of over percent_rank rank recursive row"
              + " row_number rows system window");

  /** Names stand under these rules, perhaps below some of {@link #WRAPPERS}. */
  private static final Set<String> PLACES =
      Set.of(
          "createTable",
          "alterTable",
          "createDefinition",
          "alterSpecification",
          "fullColumnNameList",
          "insertStatement",
          "indexColumnName",
          "tableSourceItem",
          "tables",
          "uidList");

  private static final Set<String> WRAPPERS = Set.of("fullId", "fullColumnName", "tableName");

  private final Parser parser;
  private final Set<String> more;
  private final List<Token> found = new ArrayList<>();

  /**
   * @param more words that count besides {@link #WORDS}
   */
  ReservedNames(Parser parser, Set<String> more) {
    this.parser = parser;
    this.more = more;
  }

  Optional<Token> first() {
    return found.stream().findFirst();
  }

  void forget() {
    found.clear();
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    Token name = context.getStart();
    if (rule(context).equals("uid")
        && name != null
        && name == context.getStop()
        && isNoName(name.getText())
        && PLACES.contains(place(context))) {
      found.add(name);
    }
  }

  private boolean isNoName(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first == '"' || first == '\'' || WORDS.contains(word) || more.contains(word);
  }

  private String place(RuleContext name) {
    RuleContext outer = name.parent;
    while (outer != null && WRAPPERS.contains(rule(outer))) {
      outer = outer.parent;
    }
    return outer == null ? "" : rule(outer);
  }

  private String rule(RuleContext context) {
    return parser.getRuleNames()[context.getRuleIndex()];
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {}

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
