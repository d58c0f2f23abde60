using System.Numerics;
using System.Runtime.InteropServices;

namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>A tall matrix in single precision, row by row.</summary>
/// <remarks>
/// Every sum is taken over rows in their order, many columns side by side: no column's sum is ever split, so the result has the same
/// bits whatever the machine's vector width.
/// </remarks>
internal sealed class DenseRows(int rows, int columns)
{
    private readonly float[] _values = new float[checked(rows * columns)];

    public int Rows => rows;

    public int Columns => columns;

    public Span<float> this[int row] => _values.AsSpan(row * columns, columns);

    /// <summary>Every number, row by row.</summary>
    public ReadOnlySpan<float> All => _values;

    /// <summary>Adds <paramref name="weight"/> times one row to another of the same length.</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> row, float weight)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(target);
        var wideRow = MemoryMarshal.Cast<float, Vector<float>>(row);
        var factor = new Vector<float>(weight);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += wideRow[i] * factor;
        }

        for (var i = wide.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] += row[i] * weight;
        }
    }

    /// <summary>The products of every column with every column.</summary>
    public double[][] Gram()
    {
        var gram = Enumerable.Range(0, columns).Select(_ => new double[columns]).ToArray();
        var wide = new double[columns];
        for (var row = 0; row < rows; row++)
        {
            var values = this[row];
            for (var i = 0; i < columns; i++)
            {
                wide[i] = values[i];
            }

            for (var i = 0; i < columns; i++)
            {
                if (wide[i] != 0)
                {
                    Add(gram[i].AsSpan(i), wide.AsSpan(i), wide[i]);
                }
            }
        }

        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[i][j] = gram[j][i];
            }
        }

        return gram;
    }

    /// <summary>Replaces every row by its product with a matrix given as rows: new column j is the sum of old i times [i][j].</summary>
    public DenseRows Times(double[][] matrix)
    {
        var width = matrix[0].Length;
        var factors = matrix.Select(static row => row.Select(static value => (float)value).ToArray()).ToArray();
        var product = new DenseRows(rows, width);
        for (var row = 0; row < rows; row++)
        {
            var source = this[row];
            var target = product[row];
            for (var i = 0; i < columns; i++)
            {
                Add(target, factors[i], source[i]);
            }
        }

        return product;
    }

    private static void Add(Span<double> target, ReadOnlySpan<double> row, double weight)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(target);
        var wideRow = MemoryMarshal.Cast<double, Vector<double>>(row);
        var factor = new Vector<double>(weight);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += wideRow[i] * factor;
        }

        for (var i = wide.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] += row[i] * weight;
        }
    }
}
