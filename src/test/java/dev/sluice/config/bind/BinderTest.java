package dev.sluice.config.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.setting.Default;
import dev.sluice.setting.Secret;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinderTest {
  enum Colour {
    RED,
    DARK_BLUE
  }

  record Inner(@Default("72h") Duration maxAge, @Default("[red]") Set<Colour> colours) {}

  record Town(String name, int people, Optional<String> mayor, @Default("true") boolean open) {
    Town {
      if (people < 0) {
        throw new IllegalArgumentException("people must not be negative");
      }
      if (name.equals("nowhere")) {
        throw new IllegalArgumentException("a town is somewhere");
      }
    }
  }

  record Even(int value) {
    public static Even parse(String text) {
      if (Integer.parseInt(text) % 2 == 1) {
        throw new IllegalArgumentException(text + " is odd");
      }
      return new Even(Integer.parseInt(text));
    }
  }

  sealed interface Pet permits CatPet, BigDogPet {}

  record CatPet(@Default("9") int lives) implements Pet {}

  record BigDogPet(String barks) implements Pet {}

  record Root(
      Inner inner,
      List<Town> towns,
      Map<String, Map<String, Colour>> paint,
      Optional<Secret> password,
      Optional<Even> even,
      Map<String, Pet> pets) {}

  private static final Surroundings NONE = surroundings(Map.of(), Map.of());

  private static Surroundings surroundings(Map<String, String> env, Map<String, String> files) {
    return new Surroundings() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name));
      }

      @Override
      public String file(Path path) throws IOException {
        String text = files.get(path.toString());
        if (text == null) {
          throw new NoSuchFileException(path.toString());
        }
        return text;
      }
    };
  }

  private static Root read(String yaml) {
    Bound<Root> bound = Binder.bind(yaml, Root.class, NONE);
    assertThat(bound.problems().inOrder()).isEmpty();
    return bound.value().orElseThrow();
  }

  private static List<String> problems(String yaml) {
    return problems(yaml, NONE);
  }

  private static List<String> problems(String yaml, Surroundings surroundings) {
    Bound<Root> bound = Binder.bind(yaml, Root.class, surroundings);
    assertThat(bound.value()).isEmpty();
    return bound.problems().inOrder().stream().map(Problem::toString).toList();
  }

  @Test
  void anEmptyFileIsMadeOfDefaults() {
    Root root = read("");
    assertThat(root.inner()).isEqualTo(new Inner(Duration.ofDays(3), Set.of(Colour.RED)));
    assertThat(root.towns()).isEmpty();
    assertThat(root.password()).isEmpty();
    assertThat(root).isEqualTo(Defaults.of(Root.class));
  }

  @Test
  void everyShapeIsBound() {
    Root root =
        read(
            """
            inner: { max_age: 1h30m, colours: dark_blue }
            towns:
              - { name: 007, people: 3, mayor: lin, open: no }
              - name: two
                people: 0
            paint:
              on: { door: red }
            password: hunter2!
            even: 4
            pets:
              tom: { type: cat }
              rex: { type: big_dog, barks: loudly }
            """);
    assertThat(root.inner()).isEqualTo(new Inner(Duration.ofMinutes(90), Set.of(Colour.DARK_BLUE)));
    assertThat(root.towns())
        .containsExactly(
            new Town("007", 3, Optional.of("lin"), false),
            new Town("two", 0, Optional.empty(), true));
    assertThat(root.paint()).isEqualTo(Map.of("on", Map.of("door", Colour.RED)));
    assertThat(root.password().map(Secret::reveal)).contains("hunter2!");
    assertThat(root.even()).contains(new Even(4));
    assertThat(root.pets()).isEqualTo(Map.of("tom", new CatPet(9), "rex", new BigDogPet("loudly")));
  }

  @Test
  void keysWithNothingBehindThemCountAsLeftOut() {
    assertThat(read("inner:\ntowns:\npaint:\npassword: ~\n")).isEqualTo(read(""));
  }

  @Test
  void allProblemsComeAtOnceInOrderOfLines() {
    assertThat(
            problems(
                """
                iner: {}
                inner:
                  max_age: 3 days
                  colours: [red, drak_blue, red]
                towns:
                  - { name: a }
                  - { name: b, people: many, mayor: [x] }
                  - b
                paint: [1]
                password: {}
                zebra: 1
                """))
        .containsExactly(
            "1:1 iner: is no key, did you mean \"inner\"?",
            "3:12 inner.max_age: \"3 days\" is not a duration like 72h, 10m or 5s",
            "4:18 inner.colours[1]: \"drak_blue\" is none of red, dark_blue, did you mean"
                + " \"dark_blue\"?",
            "6:5 towns[0].people: is required",
            "7:24 towns[1].people: \"many\" is not a whole number",
            "7:37 towns[1].mayor: expects text, found a list",
            "8:5 towns[2]: expects a section with keys, found a single value",
            "9:8 paint: expects names with values, found a list",
            "10:11 password: expects a secret, found a section with keys",
            "11:1 zebra: is no key; known here: inner, towns, paint, password, even, pets");
  }

  @Test
  void aRecordsOwnChecksPointToTheKeyTheyName() {
    assertThat(
            problems(
                """
                towns:
                  - name: a
                    people: -1
                  - { name: nowhere, people: 0 }
                even: 3
                """))
        .containsExactly(
            "3:13 towns[0].people: must not be negative",
            "4:5 towns[1]: a town is somewhere",
            "5:7 even: 3 is odd");
  }

  @Test
  void aKeyOrAnElementTwiceIsAProblem() {
    assertThat(problems("inner:\n  max_age: 1h\n  max_age: 2h\n  colours: [red, red]\n"))
        .containsExactly(
            "3:3 inner.max_age: is there twice, first in line 2",
            "4:18 inner.colours[1]: is in the list twice");
  }

  @Test
  void aVariantIsChosenByItsType() {
    assertThat(problems("pets:\n  a: { lives: 3 }\n  b: { type: catt }\n  c: { type: big_dog }\n"))
        .containsExactly(
            "2:6 pets.a: needs a type: one of cat, big_dog",
            "3:14 pets.b.type: there is no type \"catt\", did you mean \"cat\"?",
            "4:6 pets.c.barks: is required");
  }

  @Test
  void referencesAreReplacedAnywhereInAValue() {
    var around = surroundings(Map.of("WHO", "lin", "N", "12"), Map.of("/run/pw", "s3cret!\n"));
    Root root =
        Binder.bind(
                """
                towns: [ { name: "x-${env:WHO}-$${y}", people: "${env:N}" } ]
                password: ${file:/run/pw}
                """,
                Root.class,
                around)
            .value()
            .orElseThrow();
    assertThat(root.towns()).containsExactly(new Town("x-lin-${y}", 12, Optional.empty(), true));
    assertThat(root.password().map(Secret::reveal)).contains("s3cret!");
  }

  @Test
  void referencesThatLeadNowhereAreNamed() {
    assertThat(
            problems(
                """
                password: ${env:PW}
                even: ${file:/run/x}
                towns: [ { name: "${PW}", people: 1 }, { name: "${env:PW", people: 1 } ]
                """))
        .containsExactly(
            "1:11 password: needs the environment variable PW, which is not set",
            "2:7 even: needs the file /run/x, which cannot be read (NoSuchFileException)",
            "3:18 towns[0].name: has ${PW}, but only ${env:NAME} and ${file:/path} are known; write"
                + " $${ for a literal ${",
            "3:48 towns[1].name: has a ${ without its }; write $${ for a literal ${");
  }

  @Test
  void aResolvedValueNeverAppearsInAProblem() {
    var around = surroundings(Map.of("X", "topsecret", "ODD", "77777"), Map.of());
    assertThat(
            problems(
                """
                inner: { max_age: "${env:X}", colours: "${env:X}" }
                even: ${env:ODD}
                """,
                around))
        .containsExactly(
            "1:19 inner.max_age: \"${env:X}\" is not a duration like 72h, 10m or 5s",
            "1:40 inner.colours[0]: \"${env:X}\" is none of red, dark_blue",
            "2:7 even: ${env:ODD} is odd");
  }

  @Test
  void anchorsAndMergeKeysWork() {
    Root root =
        read(
            """
            x-base: &base { people: 5, open: false }
            x-more: &more { people: 6, mayor: kim }
            towns:
              - { <<: *base, name: a }
              - { name: b, people: 1, <<: [*more, *base] }
            """);
    assertThat(root.towns())
        .containsExactly(
            new Town("a", 5, Optional.empty(), false), new Town("b", 1, Optional.of("kim"), false));
  }

  @Test
  void aNodeInsideItselfIsAProblem() {
    assertThat(problems("paint: &p\n  a: *p\n")).singleElement().asString().contains("itself");
    assertThat(problems("inner: &i\n  <<: *i\n")).isNotEmpty();
  }

  @Test
  void aliasesOfAliasesCostLittle() {
    StringBuilder laughs = new StringBuilder("x-0: &x0 [ { name: a, people: 1 } ]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append("x-%d: &x%d [%s]\n".formatted(i, i, "*x%d,".formatted(i - 1).repeat(9)));
    }
    assertThat(problems(laughs + "towns: *x11\n")).isNotEmpty();
    StringBuilder merges = new StringBuilder("x-0: &x0 { a: red }\n");
    for (int i = 1; i < 12; i++) {
      merges.append(
          "x-%d: &x%d { <<: [%s] }\n".formatted(i, i, "*x%d,".formatted(i - 1).repeat(9)));
    }
    assertThat(Binder.bind(merges + "paint: { p: *x11 }\n", Root.class, NONE)).isNotNull();
  }

  @Test
  void brokenYamlIsOneProblemWithItsPlace() {
    assertThat(problems("inner: {\n  max_age: 1h\ntowns: ["))
        .singleElement()
        .asString()
        .startsWith("3:")
        .contains("is not YAML");
    assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().contains("is not YAML");
    assertThat(problems("- a\n")).containsExactly("1:1 expects a section with keys, found a list");
    assertThat(problems("!!javax.script.ScriptEngineManager {}\n")).isNotNull();
  }

  @Test
  void aRequiredKeyWithoutValueSaysSo() {
    assertThat(problems("towns:\n  - name:\n    people: 1\n"))
        .containsExactly("2:5 towns[0].name: is required, but empty");
    assertThat(problems("towns:\n  -\n")).singleElement().asString().startsWith("2:");
  }

  @Test
  void aRecordWithoutAllDefaultsHasNone() {
    assertThatThrownBy(() -> Defaults.of(Town.class)).hasMessageContaining("name: is required");
  }
}
