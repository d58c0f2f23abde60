using KnowledgeBase.LuceneIndex.Ranking.Latent;

namespace KnowledgeBase.Tests.LuceneIndex.Ranking;

public sealed class LatentTrainingTests
{
    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(1.4142135623730951)]
    [InlineData(2)]
    [InlineData(12345.678)]
    [InlineData(1e300)]
    public void The_exact_logarithm_agrees_with_that_of_the_system(double value) =>
        Assert.Equal(Math.Log(value), ExactMath.Log(value), 1e-13 * Math.Max(1, Math.Abs(Math.Log(value))));

    [Fact]
    public void A_symmetric_matrix_is_taken_apart_as_by_hand()
    {
        // [[2, 1], [1, 2]] has the values 3 and 1 along the diagonals.
        var (values, vectors) = SymmetricEigen.Decompose([[2, 1], [1, 2]]);
        Assert.Equal(3, values[0], 1e-12);
        Assert.Equal(1, values[1], 1e-12);
        Assert.Equal(Math.Sqrt(0.5), vectors[0][0], 1e-12);
        Assert.Equal(Math.Sqrt(0.5), vectors[0][1], 1e-12);
        Assert.Equal(-vectors[1][0], vectors[1][1], 1e-12);
    }

    [Fact]
    public void Words_that_stand_with_the_same_words_come_to_lie_together()
    {
        // "ship" and "boat" never share a text, but both stand with "sea"; "judge" stands with "court".
        string[] words = ["boat", "court", "judge", "sea", "ship"];
        var texts = Texts(words, "ship sea", "boat sea", "ship sea", "boat sea", "judge court", "judge court");
        var vectors = LatentTraining.Train(texts, 2, CancellationToken.None);

        Assert.True(Cosine(vectors[0], vectors[4]) > 0.99);
        Assert.True(Math.Abs(Cosine(vectors[0], vectors[2])) < 0.01);
    }

    [Fact]
    public void The_directions_hold_as_much_of_the_texts_as_any_can()
    {
        var texts = RandomTexts(seed: 3, rows: 60, vocabulary: 40);
        var vectors = LatentTraining.Train(texts, 5, CancellationToken.None);

        // The best that five directions can hold is the sum of the five largest eigenvalues of the words' products.
        var best = SymmetricEigen.Decompose(Products(texts)).Values.Take(5).Sum();
        var held = 0.0;
        for (var row = 0; row < texts.Rows; row++)
        {
            var place = new float[5];
            for (var i = texts.Starts[row]; i < texts.Starts[row + 1]; i++)
            {
                DenseRows.Add(place, vectors[texts.Words[i]], texts.Weights[i]);
            }

            held += place.Sum(static value => (double)value * value);
        }

        Assert.Equal(best, held, 0.001 * best);
    }

    [Fact]
    public void Training_again_gives_the_same_bits()
    {
        var texts = RandomTexts(seed: 11, rows: 80, vocabulary: 50);
        var first = LatentTraining.Train(texts, 8, CancellationToken.None);
        var again = LatentTraining.Train(texts, 8, CancellationToken.None);
        Assert.True(first.All.SequenceEqual(again.All));
    }

    [Fact]
    public void Fewer_texts_than_directions_are_no_error() =>
        Assert.Equal(2, LatentTraining.Train(Texts(["a", "b"], "a", "b"), 100, CancellationToken.None).Columns);

    [Fact]
    public void A_scaled_row_is_added_the_same_for_every_length()
    {
        for (var length = 0; length < 40; length++)
        {
            var target = Enumerable.Range(0, length).Select(static i => (float)i).ToArray();
            var row = Enumerable.Range(0, length).Select(static i => 1f / (i + 1)).ToArray();
            var expected = target.Select((value, i) => value + (row[i] * 0.7f)).ToArray();
            DenseRows.Add(target, row, 0.7f);
            Assert.Equal(expected, target);
        }
    }

    private static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (product, lengthA, lengthB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return product / Math.Sqrt(lengthA * lengthB);
    }

    private static double[][] Products(WeightedTexts texts)
    {
        var products = Enumerable.Range(0, texts.Vocabulary).Select(_ => new double[texts.Vocabulary]).ToArray();
        for (var row = 0; row < texts.Rows; row++)
        {
            for (var i = texts.Starts[row]; i < texts.Starts[row + 1]; i++)
            {
                for (var j = texts.Starts[row]; j < texts.Starts[row + 1]; j++)
                {
                    products[texts.Words[i]][texts.Words[j]] += (double)texts.Weights[i] * texts.Weights[j];
                }
            }
        }

        return products;
    }

    private static WeightedTexts Texts(string[] vocabulary, params string[] texts)
    {
        var rows = texts.Select(text => text.Split(' ').Select(word => Array.IndexOf(vocabulary, word)).Order().ToArray()).ToArray();
        return Rows([.. rows.Select(static row => row.Select(static word => (word, 1f)).ToArray())], vocabulary.Length);
    }

    private static WeightedTexts RandomTexts(int seed, int rows, int vocabulary)
    {
        var random = new Random(seed);
        return Rows(
            [
                .. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, vocabulary)
                    .Where(_ => random.Next(4) == 0).Select(word => (word, (float)random.NextDouble())).ToArray()),
            ],
            vocabulary);
    }

    private static WeightedTexts Rows((int Word, float Weight)[][] rows, int vocabulary)
    {
        var starts = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            starts[i + 1] = starts[i] + rows[i].Length;
        }

        return new WeightedTexts(
            starts, [.. rows.SelectMany(static r => r.Select(static e => e.Word))], [.. rows.SelectMany(static r => r.Select(static e => e.Weight))], vocabulary);
    }
}
