namespace KnowledgeBase.LuceneIndex;

/// <summary>Which state of an index is the live one; two equal stamps mean the same documents.</summary>
/// <param name="Generation">Number of the generation, from 1.</param>
/// <param name="Commit">Name of the file of the last whole commit in it.</param>
public sealed record IndexStamp(int Generation, string Commit);
