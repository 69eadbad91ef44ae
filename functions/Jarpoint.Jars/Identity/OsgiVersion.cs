namespace Jarpoint.Jars.Identity;

/// <summary>Maven versions as OSGi tools rewrite them: <c>31.1-jre</c> becomes <c>31.1.0.jre</c>.</summary>
internal static class OsgiVersion
{
    public static string From(string maven)
    {
        var digits = 0;
        var numbers = new List<string>();
        while (numbers.Count < 3 && Number(maven, digits) is { Length: > 0 } number)
        {
            numbers.Add(number);
            digits += number.Length;
            if (digits == maven.Length || maven[digits] != '.' || numbers.Count == 3)
            {
                break;
            }

            digits++;
        }

        while (numbers.Count < 3)
        {
            numbers.Add("0");
        }

        var qualifier = maven[digits..].TrimStart('-', '.').Replace('.', '_');
        return string.Join('.', numbers) + (qualifier.Length == 0 ? string.Empty : $".{qualifier}");
    }

    private static string Number(string text, int from)
        => string.Concat(text.Skip(from).TakeWhile(char.IsAsciiDigit));
}
