/**
 * What the stand-in GitLab knows. Entities are plain mutable state, guarded by the lock of World.
 */
@NullMarked
package dev.sluice.demo.model;

import org.jspecify.annotations.NullMarked;
