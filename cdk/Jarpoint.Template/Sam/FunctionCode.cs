namespace Jarpoint.Template.Sam;

/// <summary>Where the executable was put: what <c>sam deploy</c> makes of <c>CodeUri</c>.</summary>
/// <param name="Bucket">Of the artifacts, not of the jars.</param>
/// <param name="Key">Of the zip file.</param>
public sealed record FunctionCode(string Bucket, string Key);
