/** What GitLab sends us: is it really from GitLab, and what happened. */
@NullMarked
package dev.sluice.gitlab.hook;

import org.jspecify.annotations.NullMarked;
