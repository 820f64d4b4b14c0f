package dev.sluice.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Explains one key of bot-config.yml in a sentence or two; on a record, the section as a whole; on
 * an enum constant, that choice. Shown in the JSON Schema and in docs/configuration.md.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Doc {
  String value();
}
