package org.rectification.rectification;

/** 审定通报. @param opinion null where an approval says nothing */
public record BulletinDecided(String caseNumber, String by, boolean approved, String opinion) {}
