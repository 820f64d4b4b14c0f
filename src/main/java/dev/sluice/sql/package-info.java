/**
 * A file becomes statements with positions: dialects, tokens, trees, actions, the port SyntaxJudge.
 */
@NullMarked
package dev.sluice.sql;

import org.jspecify.annotations.NullMarked;
