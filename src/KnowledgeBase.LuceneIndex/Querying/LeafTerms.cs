namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>The terms that one word of the query stands for in one field.</summary>
/// <param name="Field">The postings field.</param>
/// <param name="Groups">
/// Terms by group. Terms of one group may stand at the same position for the same word (its two stems): such a position counts once.
/// Groups never share a word.
/// </param>
internal sealed record LeafTerms(string Field, IReadOnlyList<string[]> Groups)
{
    public IEnumerable<string> All => Groups.SelectMany(static group => group);
}
