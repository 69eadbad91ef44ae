using System.Xml;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>Keys that some layer between a client and a bucket is known to change.</summary>
internal static class HostileKeys
{
    public static IReadOnlyList<string> All { get; } =
    [
        "plus+plus", "a b", "100%", "%2F", "%2e%2e%2f", "a@b", "a#b", "a?b=c&d", "../escape", "a/../b", "./a", "a/./b",
        "a//b", "/leading", "trailing/", "quote\"quote", "it's", "back\\slash", "line\nbreak", "carriage\rreturn",
        "tab\tkey", "control\u0001", "\u007f", "<&>", "日本語.jar", "emoji-😀", "e\u0301", "\uffff", "~tilde!*'()",
        "key=value;x", "colon:comma,", "[brackets]{braces}|^`", "..", ".", new string('k', 1024),
        new string('é', 512), "jars/org.scala-lang/scala-library-2.13.16+build.5 (copy).jar",
    ];

    public static TheoryData<string> Cases => [.. All];

    /// <summary>Keys that XML 1.0 can carry: with others no client can write the request.</summary>
    public static IReadOnlyList<string> InXml { get; } =
        [.. All.Where(key => key.All(value => XmlConvert.IsXmlChar(value) || char.IsSurrogate(value)))];

    /// <summary>AWSSDK.S3 takes a leading slash off every key before it sends it.</summary>
    public static TheoryData<string> CasesOfTheSdk => [.. All.Where(key => !key.StartsWith('/'))];
}
