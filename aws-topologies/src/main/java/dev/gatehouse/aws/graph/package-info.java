/**
 * CloudFormation templates as values: resources whose references are values too, so that what depends on what is read
 * off, and a template that is closed by construction.
 *
 * <p>Entry points: {@link dev.gatehouse.aws.graph.Draft}, which collects resources, and
 * {@link dev.gatehouse.aws.graph.Partition}, which makes stacks of them. Pitfall: CloudFormation refuses a template of
 * more than 51,200 bytes or 500 resources. A REST API takes about four resources and 2,000 bytes for a model on an
 * entry, so 25 models on one entry fill a file; beyond that the stack is split by model.
 */
@NullMarked
package dev.gatehouse.aws.graph;

import org.jspecify.annotations.NullMarked;
