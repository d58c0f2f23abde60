namespace KnowledgeBase.LuceneIndex;

/// <summary>Which state of an index is the live one; two equal stamps mean the same documents.</summary>
/// <param name="Generation">Number of the generation, from 1.</param>
/// <param name="Commit">Name of the file of the last commit in it.</param>
public readonly record struct IndexStamp(int Generation, string Commit);
