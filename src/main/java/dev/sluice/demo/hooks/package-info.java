/** Webhooks: what GitLab sends, and the controls that let a test hold, drop and repeat it. */
@NullMarked
package dev.sluice.demo.hooks;

import org.jspecify.annotations.NullMarked;
