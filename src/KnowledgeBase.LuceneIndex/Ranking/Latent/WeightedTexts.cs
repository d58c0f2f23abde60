namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Texts as lists of weighted words: a sparse matrix, row by row.</summary>
/// <param name="Starts">Where the entries of each row begin, and at the end how many entries there are.</param>
/// <param name="Words">For each entry the number of the word; ascending within a row.</param>
/// <param name="Weights">For each entry its weight.</param>
/// <param name="Vocabulary">How many words there are.</param>
internal sealed record WeightedTexts(int[] Starts, int[] Words, float[] Weights, int Vocabulary)
{
    public int Rows => Starts.Length - 1;
}
