package dev.gatehouse.model.spec;

/** The VPC that a platform lives in: there already, created with it, or given when the stack is deployed. */
public sealed interface Network permits ExistingNetwork, CreatedNetwork, NetworkParameters {}
