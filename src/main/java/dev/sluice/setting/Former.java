package dev.sluice.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that a section had once, and what to write instead: files that still have it are told. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Former.Several.class)
public @interface Former {
  /** The key, as in YAML. */
  String key();

  /** What to write now; continues the sentence that the key begins. */
  String now();

  /** What Java needs to repeat the annotation. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Several {
    Former[] value();
  }
}
