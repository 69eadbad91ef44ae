"""Sums a month of New York taxi trips by pick-up zone.

Usage: trips.py INPUT OUTPUT, both s3a:// addresses. Input is the TLC's yellow taxi Parquet files:
https://www.nyc.gov/site/tlc/about/tlc-trip-record-data.page
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def main(source: str, target: str) -> None:
    spark = SparkSession.builder.appName("taxi-trips").getOrCreate()
    trips = spark.read.parquet(source)
    by_zone = (
        trips.where((F.col("trip_distance") > 0) & (F.col("total_amount") > 0))
        .groupBy("PULocationID")
        .agg(
            F.count("*").alias("trips"),
            F.round(F.avg("trip_distance"), 2).alias("average_miles"),
            F.round(F.sum("total_amount"), 2).alias("fares"),
        )
        .orderBy(F.desc("trips"))
    )
    by_zone.write.mode("overwrite").parquet(target)
    by_zone.show(10)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
