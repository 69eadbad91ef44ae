using Jarpoint.Catalog.Describing;
using Jarpoint.Functions.Options;

namespace Jarpoint.Functions.Tests.Options;

public sealed class CatalogOptionsBinderTests
{
    [Fact]
    public void A_bucket_is_all_that_is_required()
    {
        var options = Bind();
        options.Bucket.ShouldBe("spark-jars");
        options.JarsPrefix.ShouldBe("jars/");
        options.CatalogRoot.ShouldBe("catalog/v1/");
        options.Digest.ShouldBe(DigestMode.Auto);
        options.S3PathStyle.ShouldBeFalse();
        options.Limits.ShouldBe(new Jars.JarLimits());
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Bind(
            (OptionNames.JarsPrefix, "libs/"),
            (OptionNames.CatalogRoot, "index/"),
            (OptionNames.Digest, "STREAM"),
            (OptionNames.Concurrency, "3"),
            (OptionNames.MaxEntries, "11"),
            (OptionNames.MaxDirectoryBytes, "12"),
            (OptionNames.MaxEntryBytes, "13"),
            (OptionNames.MaxInflatedBytes, "14"),
            (OptionNames.MaxRatio, "15"),
            (OptionNames.S3PathStyle, "true"));
        options.ShouldBe(new CatalogOptions
        {
            Bucket = "spark-jars",
            JarsPrefix = "libs/",
            CatalogRoot = "index/",
            Digest = DigestMode.Stream,
            Concurrency = 3,
            Limits = new Jars.JarLimits
            {
                Entries = 11,
                DirectoryBytes = 12,
                EntryBytes = 13,
                InflatedBytes = 14,
                Ratio = 15,
            },
            S3PathStyle = true,
        });
    }

    [Fact]
    public void All_faults_are_reported_at_once_with_variable_and_value()
    {
        var faults = Should.Throw<InvalidOptionsException>(() => Bind(
            (OptionNames.Bucket, ""),
            (OptionNames.JarsPrefix, "/jars"),
            (OptionNames.Digest, "md5"),
            (OptionNames.Concurrency, "0"),
            (OptionNames.MaxRatio, "many"),
            (OptionNames.S3PathStyle, "1")));
        faults.Faults.Count.ShouldBe(6);
        foreach (var part in new[]
        {
            "JARPOINT_BUCKET is required and not set",
            "JARPOINT_JARS_PREFIX is '/jars'",
            "JARPOINT_DIGEST is 'md5' and must be one of auto, checksum, stream, none",
            "JARPOINT_CONCURRENCY is '0' and must be a whole number from 1 to 256",
            "JARPOINT_MAX_RATIO is 'many'",
            "JARPOINT_S3_PATH_STYLE is '1'",
        })
        {
            faults.Message.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("jars/", "jars/catalog/")]
    [InlineData("catalog/v1/jars/", "catalog/v1/")]
    [InlineData("same/", "same/")]
    public void Jars_and_catalog_must_not_contain_one_another(string jars, string catalog)
        => Should.Throw<InvalidOptionsException>(
            () => Bind((OptionNames.JarsPrefix, jars), (OptionNames.CatalogRoot, catalog)))
            .Faults.ShouldHaveSingleItem().ShouldContain("must not contain one another");

    private static CatalogOptions Bind(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string> { [OptionNames.Bucket] = "spark-jars" };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var reader = new OptionsReader(all);
        var options = CatalogOptionsBinder.Bind(reader);
        reader.Verify();
        return options;
    }
}
