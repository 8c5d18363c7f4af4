/**
 * What the hops of a lab ask of requests: a firewall's rules, usage plans, tokens.
 *
 * <p>Entry points: {@link dev.gatehouse.lab.check.WebAclCheck}, {@link dev.gatehouse.lab.check.PlanCheck} and
 * {@link dev.gatehouse.lab.check.TokenCheck}. Pitfall: a bucket for 50/s with a burst of 100 lets 150 requests through
 * in its first second; a probe that expects 50 finds a limiter broken that works.
 */
@NullMarked
package dev.gatehouse.lab.check;

import org.jspecify.annotations.NullMarked;
