package dev.sluice.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds in source files what bundles have to know: each constant that becomes a message. */
final class SourceTexts {
  /** Receivers and methods that take a template, and as which argument. */
  private static final Map<String, Integer> TEMPLATES =
      Map.of(
          "Message.of", 0,
          "Message.text", 0,
          "Problem.at", 1,
          "Reply.done", 0,
          "Reply.refused", 0,
          "language.say", 0,
          "language.text", 0);

  private static final Set<String> ON_ANYTHING = Set.of("withEffect", "withRemedy");
  private static final Pattern IN_NOTES =
      Pattern.compile("\\bin\\.(?:say|text)\\(\"((?:[^\"\\\\]|\\\\.)*)\"");

  private SourceTexts() {}

  /**
   * File → its English texts in order, without those that have nothing to translate.
   *
   * @param folders below the working directory
   */
  static Map<Path, Set<String>> in(String... folders) {
    Map<Path, Set<String>> texts = new TreeMap<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> sources = sources(folders);
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        Set<String> found = new LinkedHashSet<>();
        new Finder().scan(unit, found);
        found.removeIf(t -> !Templates.hasWords(t));
        if (!found.isEmpty()) {
          texts.put(Path.of(unit.getSourceFile().toUri()), found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The same of the templates of notes. */
  static Map<Path, Set<String>> inNotes(String folder) {
    Map<Path, Set<String>> texts = new TreeMap<>();
    try {
      for (Path file : files(folder, ".jte")) {
        Set<String> found = new LinkedHashSet<>();
        IN_NOTES.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
        texts.put(file, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<Path> sources(String... folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String folder : folders) {
      sources.addAll(files(folder, ".java"));
    }
    return sources;
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static final class Finder extends TreeScanner<Void, Set<String>> {
    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Set<String> found) {
      List<? extends ExpressionTree> arguments = call.getArguments();
      int at = template(call.getMethodSelect(), arguments.size());
      if (at >= 0 && at < arguments.size()) {
        constant(arguments.get(at)).ifPresent(found::add);
      }
      return super.visitMethodInvocation(call, found);
    }

    /** Which argument of the method is a template; -1 for all other methods. */
    private static int template(Tree method, int arguments) {
      if (!(method instanceof MemberSelectTree select)) {
        return method.toString().equals("said") ? 0 : -1;
      }
      String name = select.getIdentifier().toString();
      if (select.getExpression().toString().equals("Option")) {
        return arguments - 1; // what it is for
      }
      return ON_ANYTHING.contains(name)
          ? 0
          : TEMPLATES.getOrDefault(select.getExpression() + "." + name, -1);
    }

    @Override
    public Void visitNewClass(NewClassTree created, Set<String> found) {
      List<? extends ExpressionTree> arguments = created.getArguments();
      String name = created.getIdentifier().toString();
      if (name.equals("RuleInfo") && arguments.size() == 5) {
        constant(arguments.get(3)).ifPresent(found::add);
      }
      if (name.equals("CommandInfo")) {
        constant(arguments.get(2)).ifPresent(found::add);
      }
      if (name.equals("Explanation")) {
        arguments.forEach(a -> constant(a).ifPresent(found::add));
      }
      return super.visitNewClass(created, found);
    }

    private static Optional<String> constant(Tree tree) {
      if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        return Optional.of(text);
      }
      if (tree instanceof ParenthesizedTree inner) {
        return constant(inner.getExpression());
      }
      return tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
          ? constant(sum.getLeftOperand())
              .flatMap(a -> constant(sum.getRightOperand()).map(b -> a + b))
          : Optional.empty();
    }
  }
}
