namespace Jarpoint.Cli.Output;

/// <summary>A column of <see cref="RowWriter"/>.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Right">Whether cells stand at the right.</param>
/// <param name="Rank">On a narrow terminal the highest rank is left out first; 0 never is.</param>
internal sealed record Column(string Heading, bool Right = false, int Rank = 0);
