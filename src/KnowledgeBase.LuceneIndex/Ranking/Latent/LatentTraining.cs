namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Finds the directions in which the words of a corpus vary together: latent semantic analysis.</summary>
/// <remarks>
/// Deerwester et al., "Indexing by latent semantic analysis" (1990), by the randomised method of Halko, Martinsson and Tropp, "Finding
/// structure with randomness" (2011), algorithm 4.4. One thread, fixed seed, fixed order of every sum: the same texts in the same order
/// give the same bits on every machine.
/// </remarks>
internal static class LatentTraining
{
    /// <summary>Directions carried along beyond those wanted; they make the wanted ones exact.</summary>
    private const int Spare = 16;

    private const int Passes = 4;

    /// <summary>One vector for each word; fewer dimensions than asked for where the texts do not have as many.</summary>
    public static DenseRows Train(WeightedTexts texts, int dimensions, CancellationToken cancellationToken)
    {
        var width = Math.Min(dimensions + Spare, Math.Min(texts.Rows, texts.Vocabulary));
        var words = Random(texts.Vocabulary, width);
        for (var pass = 0; pass < Passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words = Orthonormal(ToWords(texts, Orthonormal(ToTexts(texts, words))));
        }

        // The texts in these directions; their own main directions, taken back to the words, are the ones wanted.
        var (_, vectors) = SymmetricEigen.Decompose(ToTexts(texts, words).Gram());
        return words.Times(Columns(vectors, Math.Min(dimensions, width)));
    }

    /// <summary>Each text as the weighted sum of the vectors of its words.</summary>
    private static DenseRows ToTexts(WeightedTexts texts, DenseRows words)
    {
        var result = new DenseRows(texts.Rows, words.Columns);
        for (var row = 0; row < texts.Rows; row++)
        {
            for (var i = texts.Starts[row]; i < texts.Starts[row + 1]; i++)
            {
                DenseRows.Add(result[row], words[texts.Words[i]], texts.Weights[i]);
            }
        }

        return result;
    }

    /// <summary>Each word as the weighted sum of the vectors of the texts it stands in.</summary>
    private static DenseRows ToWords(WeightedTexts texts, DenseRows rows)
    {
        var result = new DenseRows(texts.Vocabulary, rows.Columns);
        for (var row = 0; row < texts.Rows; row++)
        {
            for (var i = texts.Starts[row]; i < texts.Starts[row + 1]; i++)
            {
                DenseRows.Add(result[texts.Words[i]], rows[row], texts.Weights[i]);
            }
        }

        return result;
    }

    /// <summary>The same space with columns at right angles: through the eigenvectors of the columns' products, which also drops directions that are empty.</summary>
    private static DenseRows Orthonormal(DenseRows rows)
    {
        var (values, vectors) = SymmetricEigen.Decompose(rows.Gram());
        var kept = values.Count(value => value > 1e-10 * values[0]);
        var factors = Columns(vectors, Math.Max(1, kept));
        for (var j = 0; j < factors[0].Length; j++)
        {
            var scale = values[j] > 0 ? 1 / Math.Sqrt(values[j]) : 0;
            foreach (var row in factors)
            {
                row[j] *= scale;
            }
        }

        return rows.Times(factors);
    }

    private static double[][] Columns(double[][] vectors, int count)
    {
        var kept = Math.Min(count, vectors.Length);
        return [.. Enumerable.Range(0, vectors.Length).Select(i => Enumerable.Range(0, kept).Select(j => vectors[j][i]).ToArray())];
    }

    private static DenseRows Random(int rows, int columns)
    {
        var result = new DenseRows(rows, columns);
        var state = 1UL;
        for (var row = 0; row < rows; row++)
        {
            var values = result[row];
            for (var column = 0; column < columns; column++)
            {
                values[column] = Gaussian(ref state);
            }
        }

        return result;
    }

    /// <summary>Near enough to normal: the sum of twelve even numbers, without a logarithm or a cosine.</summary>
    private static float Gaussian(ref ulong state)
    {
        var sum = 0UL;
        for (var i = 0; i < 12; i += 2)
        {
            var bits = Next(ref state);
            sum += (bits & 0xFFFFFF) + ((bits >> 24) & 0xFFFFFF);
        }

        return (float)((sum / (double)(1 << 24)) - 6);
    }

    /// <summary>SplitMix64: the same numbers on every machine and in every version of the library.</summary>
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
