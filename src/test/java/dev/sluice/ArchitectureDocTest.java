package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureDocTest {
  private static final String DOC = "docs/architecture.md";
  private static final String BEGIN = "<!-- packages: from ArchitectureTest.MAY_USE -->\n";
  private static final String END = "<!-- end of packages -->";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)\\s]*)?\\)");

  @Test
  void thePackagesAreThoseThatTheCodeIsHeldTo() throws IOException {
    String text = Files.readString(Path.of(DOC));
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    String after = text.substring(text.indexOf(END));
    String table = new PackageTable(ArchitectureTest.MAY_USE).markdown();
    GeneratedDoc.check(DOC, before + table + after);
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    String index = Files.readString(Path.of("docs/adr/README.md"));
    try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
      for (Path decision : files.filter(f -> !f.endsWith("README.md")).toList()) {
        String[] title = Files.readAllLines(decision).get(0).substring(2).split("\\. ", 2);
        assertThat(index)
            .contains("| %s | [%s](%s) |".formatted(title[0], title[1], decision.getFileName()));
      }
    }
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String address = link.group(1);
        if (!address.contains(":") && Files.notExists(page.resolveSibling(address))) {
          broken.add(page + " → " + address);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }
}
