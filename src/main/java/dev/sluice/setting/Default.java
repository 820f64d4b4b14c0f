package dev.sluice.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a key that the file leaves out, written as it would be in YAML: {@code "72h"},
 * {@code "[high, critical]"}. Without it a key is required, except Optional, List, Set and Map
 * (empty) and nested records (made of their own defaults).
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
  String value();
}
