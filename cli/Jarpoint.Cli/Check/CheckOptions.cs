using System.CommandLine;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Resolve;

namespace Jarpoint.Cli.Check;

/// <summary>The arguments of <c>jarpoint check</c>.</summary>
internal sealed class CheckOptions
{
    public Argument<string?> Application { get; } = new("APP.yaml")
    {
        Description = "A SparkApplication: its sparkVersion, deps.jars, spark.jars and main jar are checked.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string[]> Jars { get; } = new("--jars")
    {
        Description = "Jars to check, in addition: G:A:V, a key, an address as in spark.jars, or a file or folder on disk.",
        HelpName = "JAR",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string?> Spark { get; } = new("--spark")
    {
        Description = "Version of Spark. Default: the application's sparkVersion.",
        HelpName = "VERSION",
        CustomParser = static word =>
        {
            var version = word.Tokens[0].Value;
            if (version is not [>= '0' and <= '9', ..] || !version.Contains('.', StringComparison.Ordinal))
            {
                word.AddError($"--spark {version}: a version, such as 3.5.3");
            }

            return version;
        },
    };

    public Option<int?> Java { get; } = new("--java")
    {
        Description = "Java release of the image. Default: the newest that this Spark runs on.",
        HelpName = "RELEASE",
        CustomParser = static word => WholeNumber.Parse(word, "--java", 1, 99),
    };

    public Option<string?> Lock { get; } = new("--lock")
    {
        Description = "A lock file of jarpoint resolve: its jars must be in the catalog as they were.",
        HelpName = "FILE",
    };

    public Option<string> MountedAt { get; } = Mountpoint.Option("Where pods see the bucket.");

    public Option<long?> At { get; } = Revision.Option();

    public Option<bool> Json { get; } = new("--json") { Description = "JSON, a finding a line, instead of text." };

    public void AddTo(Command command)
    {
        command.Add(Application);
        command.Add(Jars);
        command.Add(Spark);
        command.Add(Java);
        command.Add(Lock);
        command.Add(MountedAt);
        command.Add(At);
        command.Add(Json);
    }
}
