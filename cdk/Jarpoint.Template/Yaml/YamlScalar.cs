using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Template.Yaml;

/// <summary>What a scalar means: a plain one may be a truth value, a number or nothing, a quoted one is text.</summary>
internal static class YamlScalar
{
    // YAML 1.1 has more words for these; written so, they are meant as text more often than not, and CloudFormation
    // turns every leaf into text anyway.
    public static JsonValue? Read(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? string.Empty;
        if (scalar.Style is not ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, IsLocal: true })
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when IsNumber(text) && long.TryParse(
                text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when IsNumber(text) && decimal.TryParse(
                text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    // A leading zero makes an octal number of YAML 1.1, and of an account a wrong one: such digits stay text.
    private static bool IsNumber(string text)
        => text.TrimStart('-') is [>= '1' and <= '9', ..] or "0" or ['0', '.', ..]
            && text.All(static each => char.IsAsciiDigit(each) || each is '-' or '.');
}
