using System.Runtime.CompilerServices;
using KnowledgeBase.LuceneIndex.Snapshots;
using Lucene.Net.Index;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Where the words and documents of a snapshot stand in the space that a model spans.</summary>
/// <remarks>
/// A document's place follows from its words, so documents that came after the training have one too, and nothing but the words' vectors
/// need be stored. Places are worked out once for each segment and kept as long as it lives.
/// </remarks>
internal sealed class LatentSpace
{
    private static readonly ConditionalWeakTable<object, Places> Known = [];

    private readonly LatentModel _model;
    private readonly Dictionary<string, int> _numbers;
    private readonly Places[] _places;

    private LatentSpace(LatentModel model, IEnumerable<SegmentView> segments)
    {
        _model = model;
        _numbers = model.Words.Select(static (word, number) => (word, number)).ToDictionary(StringComparer.Ordinal);
        _places = [.. segments.Select(segment => PlacesOf(segment.Reader))];
    }

    /// <summary>The space of a commit; null when it names no model, or another process has replaced it meanwhile.</summary>
    public static LatentSpace? Of(DirectoryReader reader, IEnumerable<SegmentView> segments)
    {
        try
        {
            return LatentFiles.Files.NameIn(reader.IndexCommit.UserData) is { } name
                ? new LatentSpace(LatentModel.Read(reader.Directory, name), segments)
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The place of some words taken together; null when the model knows none of them.</summary>
    /// <param name="terms">As indexed, each with how often it was asked.</param>
    public float[]? Place(IEnumerable<(string Term, int Count)> terms)
    {
        var place = new float[_model.Vectors.Columns];
        var isKnown = false;
        foreach (var (term, count) in terms)
        {
            if (_numbers.TryGetValue(term, out var number))
            {
                isKnown = true;
                DenseRows.Add(place, _model.Vectors[number], LatentModel.Weight(count, _model.Rarity[number]));
            }
        }

        return isKnown && Normalize(place) ? place : null;
    }

    /// <summary>How near a document is, from -1 to 1: the cosine.</summary>
    public double Similarity(float[] place, int segment, int doc)
    {
        var (values, scales) = _places[segment];
        var start = doc * place.Length;
        var sum = 0.0;
        for (var i = 0; i < place.Length; i++)
        {
            sum += place[i] * values[start + i];
        }

        return sum * scales[doc];
    }

    private Places PlacesOf(AtomicReader reader)
    {
        if (!Known.TryGetValue(reader.CoreCacheKey, out var places) || !places.Model.IsSameAs(_model))
        {
            places = WorkOut(reader);
            Known.AddOrUpdate(reader.CoreCacheKey, places);
        }

        return places;
    }

    private Places WorkOut(AtomicReader reader)
    {
        var rows = new DenseRows(reader.MaxDoc, _model.Vectors.Columns);
        StemCounts.Walk(reader, _numbers.ContainsKey, (stem, documents, counts) =>
        {
            var number = _numbers[stem];
            foreach (var doc in documents)
            {
                DenseRows.Add(rows[doc], _model.Vectors[number], LatentModel.Weight(counts[doc], _model.Rarity[number]));
            }
        });
        return Places.Of(rows, _model);
    }

    private static bool Normalize(Span<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
        {
            sum += (double)value * value;
        }

        var factor = sum > 0 ? (float)(1 / Math.Sqrt(sum)) : 0;
        foreach (ref var value in vector)
        {
            value *= factor;
        }

        return sum > 0;
    }

    /// <summary>Unit vectors in one byte a number, with a scale for each document.</summary>
    private sealed record Places(sbyte[] Values, float[] Scales, LatentModel Model)
    {
        public void Deconstruct(out sbyte[] values, out float[] scales) => (values, scales) = (Values, Scales);

        public static Places Of(DenseRows rows, LatentModel model)
        {
            var values = new sbyte[rows.Rows * rows.Columns];
            var scales = new float[rows.Rows];
            for (var row = 0; row < rows.Rows; row++)
            {
                var vector = rows[row];
                if (!Normalize(vector))
                {
                    continue;
                }

                var largest = 0f;
                foreach (var value in vector)
                {
                    largest = Math.Max(largest, Math.Abs(value));
                }

                scales[row] = largest / sbyte.MaxValue;
                for (var i = 0; i < vector.Length; i++)
                {
                    values[(row * rows.Columns) + i] = (sbyte)Math.Round(vector[i] / scales[row]);
                }
            }

            return new Places(values, scales, model);
        }
    }
}
