# SPDX-License-Identifier: GPL-3.0-or-later
"""The same two rankings as a Python team would serve them: FastAPI and uvicorn, no index.

For each request: haversine to every stream, the candidates inside the radius (doubled until there are enough), score,
sort. HOMETOWN_STYLE says how the loop is written:

  plain   over a list of dictionaries, as most such services begin
  numpy   over whole columns at once, as they are written once they are too slow

Reads users.csv, streams.csv and model.json of the folder HOMETOWN_PEER_DATA, which PeerData writes. Start with

  HOMETOWN_STYLE=numpy HOMETOWN_PEER_DATA=DIR python3 -m uvicorn peer:app --port 8100 --workers 2 --no-access-log
"""
import csv
import json
import math
import os

import numpy as np
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

FOLDER = os.environ["HOMETOWN_PEER_DATA"]
STYLE = os.environ.get("HOMETOWN_STYLE", "numpy")
EARTH_KM = 6371.0088
FARTHEST_KM = 20100.0
RADIUS_KM = 250.0
WEIGHTS = {"proximity": 1.5, "base": 1.0, "ml": 0.5}


def rows(name):
    with open(os.path.join(FOLDER, name), newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def user(row):
    return {
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
        "city": row["city"],
        "language": row["language"],
        "preferred": set(filter(None, row["preferred_categories"].split(";"))),
        "local": float(row["local_preference_strength"]),
        "hours": float(row["total_watch_hours"]),
    }


def stream(row):
    return {
        "stream_id": row["stream_id"],
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
        "city": row["city"],
        "language": row["language"],
        "category": row["category_id"],
        "quality": float(row["stream_quality_score"]),
        "viewers": int(row["avg_viewer_count"]),
        "followers": int(row["creator_followers"]),
        "partnered": row["is_partnered"] == "true",
        "mature": row["mature_content"] == "true",
    }


USERS = {row["user_id"]: user(row) for row in rows("users.csv")}
STREAMS = sorted(
    (stream(row) for row in rows("streams.csv") if row["is_live"] == "true"), key=lambda each: each["stream_id"]
)
with open(os.path.join(FOLDER, "model.json"), encoding="utf-8") as file:
    PARAMETERS = json.load(file)["parameters"]
COEFFICIENTS = list(PARAMETERS["coefficients"].values())
INTERCEPT = PARAMETERS["intercept"]


# One stream after the other.


def haversine(lat1, lon1, lat2, lon2):
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_dphi = (phi2 - phi1) / 2
    half_dlambda = math.radians(lon2 - lon1) / 2
    h = math.sin(half_dphi) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_dlambda) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def click_probability(who, each, distance, proximity, language, category):
    features = (
        distance,
        proximity,
        distance < 100,
        distance < 1000,
        who["city"] == each["city"],
        language,
        who["local"],
        who["hours"],
        each["quality"],
        each["viewers"],
        each["followers"],
        each["partnered"],
        each["mature"],
        category,
    )
    log_odds = INTERCEPT + sum(weight * value for weight, value in zip(COEFFICIENTS, features))
    return 1 / (1 + math.exp(-log_odds))


def score(who, each, distance, ml):
    proximity = 1 / (1 + distance)
    language = who["language"] == each["language"]
    category = each["category"] in who["preferred"]
    base = each["quality"] + 1.0 * language + 0.5 * category + min(each["viewers"] / 1000, 2.0)
    total = WEIGHTS["proximity"] * proximity * (1 + who["local"]) + WEIGHTS["base"] * base
    if ml:
        total += WEIGHTS["ml"] * click_probability(who, each, distance, proximity, language, category)
    return total


def rank_plain(who, k, ml):
    distances = [
        haversine(who["latitude"], who["longitude"], each["latitude"], each["longitude"]) for each in STREAMS
    ]
    radius = RADIUS_KM
    inside = [i for i, distance in enumerate(distances) if distance <= radius]
    while len(inside) < k and radius < FARTHEST_KM:
        radius *= 2
        inside = [i for i, distance in enumerate(distances) if distance <= radius]
    scored = [(score(who, STREAMS[i], distances[i], ml), i) for i in inside]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [(i, total, distances[i]) for total, i in scored[:k]]


# Whole columns at once.


def codes(name):
    names = {value: code for code, value in enumerate(sorted({each[name] for each in STREAMS}))}
    return names, np.array([names[each[name]] for each in STREAMS], dtype=np.int32)


def column(name):
    return np.array([each[name] for each in STREAMS], dtype=np.float64)


if STYLE == "numpy":
    LATITUDES, LONGITUDES = np.radians(column("latitude")), np.radians(column("longitude"))
    COS_LATITUDES = np.cos(LATITUDES)
    QUALITY, VIEWERS, FOLLOWERS = column("quality"), column("viewers"), column("followers")
    PARTNERED, MATURE = column("partnered"), column("mature")
    STATIC = QUALITY + np.minimum(VIEWERS / 1000, 2.0)
    CITY_CODES, CITIES = codes("city")
    LANGUAGE_CODES, LANGUAGES = codes("language")
    CATEGORY_CODES, CATEGORIES = codes("category")


def rank_numpy(who, k, ml):
    phi, lam = math.radians(who["latitude"]), math.radians(who["longitude"])
    h = (
        np.sin((LATITUDES - phi) / 2) ** 2
        + math.cos(phi) * COS_LATITUDES * np.sin((LONGITUDES - lam) / 2) ** 2
    )
    distances = 2 * EARTH_KM * np.arcsin(np.sqrt(h))
    radius = RADIUS_KM
    inside = np.flatnonzero(distances <= radius)
    while len(inside) < k and radius < FARTHEST_KM:
        radius *= 2
        inside = np.flatnonzero(distances <= radius)
    distance = distances[inside]
    proximity = 1 / (1 + distance)
    language = LANGUAGES[inside] == LANGUAGE_CODES.get(who["language"], -1)
    preferred = [CATEGORY_CODES[each] for each in who["preferred"] if each in CATEGORY_CODES]
    category = np.isin(CATEGORIES[inside], preferred)
    total = (
        WEIGHTS["proximity"] * proximity * (1 + who["local"])
        + WEIGHTS["base"] * (STATIC[inside] + 1.0 * language + 0.5 * category)
    )
    if ml:
        same_city = CITIES[inside] == CITY_CODES.get(who["city"], -1)
        features = (
            distance,
            proximity,
            distance < 100,
            distance < 1000,
            same_city,
            language,
            who["local"],
            who["hours"],
            QUALITY[inside],
            VIEWERS[inside],
            FOLLOWERS[inside],
            PARTNERED[inside],
            MATURE[inside],
            category,
        )
        log_odds = INTERCEPT + sum(weight * value for weight, value in zip(COEFFICIENTS, features))
        total = total + WEIGHTS["ml"] / (1 + np.exp(-log_odds))
    if len(total) > k:
        least = np.partition(total, len(total) - k)[len(total) - k]
        best = np.flatnonzero(total >= least)
    else:
        best = np.arange(len(total))
    best = best[np.argsort(-total[best], kind="stable")][:k]
    return [(int(inside[i]), float(total[i]), float(distance[i])) for i in best]


RANK = rank_numpy if STYLE == "numpy" else rank_plain
app = FastAPI(title="Hometown's peer")


class Asked(BaseModel):
    user_id: str
    max_results: int = Field(20, ge=1, le=100)


def answer(asked, ml):
    who = USERS.get(asked.user_id)
    if who is None:
        raise HTTPException(404, f"no user {asked.user_id}")
    return {
        "streams": [
            {
                "stream_id": STREAMS[i]["stream_id"],
                "city": STREAMS[i]["city"],
                "score": round(total, 3),
                "distance_km": round(distance, 1),
            }
            for i, total, distance in RANK(who, asked.max_results, ml)
        ]
    }


@app.get("/")
async def health():
    return {"message": "Hometown's peer", "status": "healthy", "style": STYLE}


@app.post("/v1/scenarios/hometown")
async def basic(asked: Asked):
    return answer(asked, False)


@app.post("/v1/scenarios/hometown-ml")
async def ml(asked: Asked):
    return answer(asked, True)
