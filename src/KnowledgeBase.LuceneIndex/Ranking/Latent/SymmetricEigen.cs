namespace KnowledgeBase.LuceneIndex.Ranking.Latent;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.</summary>
/// <remarks>Golub and Van Loan, "Matrix Computations" (4th ed. 2013), section 8.5.</remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Largest value first; each vector's first largest component is positive, so that signs are not left to chance.</summary>
    /// <param name="matrix">Symmetric; destroyed.</param>
    /// <returns>The values, and the vectors as rows.</returns>
    public static (double[] Values, double[][] Vectors) Decompose(double[][] matrix)
    {
        var size = matrix.Length;
        var vectors = Enumerable.Range(0, size).Select(i => Unit(size, i)).ToArray();
        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(matrix) > 1e-22 * Diagonal(matrix); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(matrix, vectors, p, q);
                }
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => matrix[i][i]).ThenBy(static i => i).ToArray();
        return ([.. order.Select(i => matrix[i][i])], [.. order.Select(i => Signed(vectors[i]))]);
    }

    private static double[] Unit(int size, int at)
    {
        var row = new double[size];
        row[at] = 1;
        return row;
    }

    private static double OffDiagonal(double[][] matrix)
    {
        var sum = 0.0;
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += matrix[i][j] * matrix[i][j];
            }
        }

        return sum;
    }

    private static double Diagonal(double[][] matrix)
    {
        var sum = 0.0;
        for (var i = 0; i < matrix.Length; i++)
        {
            sum += matrix[i][i] * matrix[i][i];
        }

        return sum;
    }

    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        var off = matrix[p][q];
        if (off == 0)
        {
            return;
        }

        var theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < matrix.Length; k++)
        {
            (matrix[k][p], matrix[k][q]) = Turn(matrix[k][p], matrix[k][q], cosine, sine);
        }

        Turn(matrix[p], matrix[q], cosine, sine);
        Turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void Turn(double[] first, double[] second, double cosine, double sine)
    {
        for (var k = 0; k < first.Length; k++)
        {
            (first[k], second[k]) = Turn(first[k], second[k], cosine, sine);
        }
    }

    private static (double First, double Second) Turn(double first, double second, double cosine, double sine) =>
        ((cosine * first) - (sine * second), (sine * first) + (cosine * second));

    private static double[] Signed(double[] vector)
    {
        var largest = 0;
        for (var i = 1; i < vector.Length; i++)
        {
            largest = Math.Abs(vector[i]) > Math.Abs(vector[largest]) ? i : largest;
        }

        return vector[largest] < 0 ? [.. vector.Select(static value => -value)] : vector;
    }
}
