package org.rectification.supervision;

/** The discipline inspection has filed a proposal; its process belongs to the same transaction. */
public record ProposalFiled(String proposalNumber) {}
